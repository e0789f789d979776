package io.seikyu.contract;

/** Something that is asked for. It has one target, whose {@code toString()} is the name of a stream. */
public interface Command {
    Object target();
}
