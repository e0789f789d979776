package io.seikyu.web.body;

/** JSON pointers (RFC 6901), kept short: a name of the sender's choice may be a megabyte long. */
final class Pointers {
    private static final int LONGEST_NAME = 80;

    private Pointers() {}

    static String below(String pointer, String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return pointer + "/" + shown.replace("~", "~0").replace("/", "~1");
    }

    static String below(String pointer, int index) {
        return pointer + "/" + index;
    }
}
