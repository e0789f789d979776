package io.seikyu.command.planted;

import io.seikyu.query.planted.SpeaksMongo;

/** Breaks a wall on purpose: the command side knows the query side, and both know each other. */
public class TouchesTheOtherSide {
    public Object other() {
        return new SpeaksMongo();
    }
}
