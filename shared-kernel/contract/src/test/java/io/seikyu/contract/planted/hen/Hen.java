package io.seikyu.contract.planted.hen;

import io.seikyu.contract.planted.egg.Egg;

/** Breaks a rule on purpose, so that the rule proves itself. */
public record Hen(Egg hatchedFrom) {}
