// Swagger UI, from our own files: it fetches our OpenAPI and asks nobody else.
addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("addresses");
  place.replaceChildren();
  SwaggerUIBundle({
    domNode: place,
    url: place.dataset.openapi,
    deepLinking: false, // links inside of buttons are nothing for a screen reader
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    operationsSorter: "alpha",
    tryItOutEnabled: false,
    validatorUrl: null,
    syntaxHighlight: false,
    layout: "BaseLayout",
    onComplete: () => {
      // It thinks that it has the page for itself; here it is a part of one.
      const inner = place.querySelector("main");
      inner?.setAttribute("role", "group");
      inner?.setAttribute("aria-label", "Every address");
    },
  });
});
