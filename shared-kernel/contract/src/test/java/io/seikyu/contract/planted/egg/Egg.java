package io.seikyu.contract.planted.egg;

import io.seikyu.contract.planted.hen.Hen;

/** Breaks a rule on purpose, so that the rule proves itself. */
public record Egg(Hen laidBy) {}
