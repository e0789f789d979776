package io.seikyu.documents.bank;

/** Where the fields of one kind of 全銀 file stand. Offsets are of bytes, from 0. */
interface ZenginLayout {
    /** 種別コード. */
    String kind();

    /** Reads a header: which account, which days. */
    ZenginSection header(ZenginRecord header);

    /** Reads a data record into {@code section}. */
    void data(ZenginRecord data, ZenginSection section);

    /** Holds what the trailer says against what was read. */
    void trailer(ZenginRecord trailer, ZenginSection section);

    /**
     * Holds what the end record says against what was read.
     *
     * @param records  of all kinds, this one included
     * @param data     data records among them
     * @param sections how many accounts there were
     */
    void end(ZenginRecord end, int records, int data, int sections);
}
