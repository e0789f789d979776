package io.seikyu.eventlog.mongo;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** A message of the MongoDB wire protocol: 16 bytes of header, then for OP_MSG flags and sections. */
record WireMessage(byte[] bytes) {
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;
    private static final int BODY = HEADER + 4 + 1;

    static WireMessage read(DataInputStream in) throws IOException {
        byte[] length = new byte[4];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] bytes = new byte[size];
        System.arraycopy(length, 0, bytes, 0, 4);
        in.readFully(bytes, 4, size - 4);
        return new WireMessage(bytes);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Whether it is this command on this collection, e.g. {@code insert log_commits}. */
    boolean is(String command, String collection) {
        BsonDocument body = body();
        return body.containsKey(command)
                && body.get(command).isString()
                && body.getString(command).getValue().equals(collection);
    }

    /** The document of a command or reply; documents to insert are in a section of their own behind it. */
    BsonDocument body() {
        if (intAt(12) != OP_MSG || bytes[BODY - 1] != 0) {
            return new BsonDocument();
        }
        ByteBuffer document = ByteBuffer.wrap(bytes, BODY, bytes.length - BODY).slice();
        return new BsonDocumentCodec()
                .decode(new BsonBinaryReader(document), DecoderContext.builder().build());
    }

    /** An answer to this request. */
    WireMessage reply(BsonDocument body) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        new BsonDocumentCodec()
                .encode(
                        new BsonBinaryWriter(buffer),
                        body,
                        EncoderContext.builder().build());
        byte[] document = buffer.toByteArray();
        ByteBuffer message = ByteBuffer.allocate(BODY + document.length).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(message.capacity()).putInt(1).putInt(intAt(4)).putInt(OP_MSG);
        message.putInt(0).put((byte) 0).put(document);
        return new WireMessage(message.array());
    }

    private int intAt(int offset) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(offset);
    }
}
