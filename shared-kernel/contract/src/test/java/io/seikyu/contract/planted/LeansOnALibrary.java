package io.seikyu.contract.planted;

import tools.jackson.databind.JsonNode;

/** Breaks a rule on purpose, so that the rule proves itself. */
public record LeansOnALibrary(JsonNode json) {}
