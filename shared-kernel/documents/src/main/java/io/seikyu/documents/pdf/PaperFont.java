package io.seikyu.documents.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The one font of all papers: BIZ UDPGothic, which Morisawa made for legibility, under the Open Font License. */
final class PaperFont {
    static final String NAME = "BIZ UDPGothic";
    static final String FILE = "BIZUDPGothic-Regular.ttf";

    private static final int CMAP = tag("cmap");
    private static final int WINDOWS = 3;
    private static final int ALL_OF_UNICODE = 10;

    private final byte[] file;
    private final Glyphs glyphs;

    private PaperFont(byte[] file) {
        this.file = file;
        this.glyphs = new Glyphs(signs(ByteBuffer.wrap(file))::get);
    }

    static PaperFont load() {
        try (InputStream resource = PaperFont.class.getResourceAsStream(FILE)) {
            return new PaperFont(resource.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the font that comes with this program cannot be read", e);
        }
    }

    Glyphs glyphs() {
        return glyphs;
    }

    InputStream read() {
        return new ByteArrayInputStream(file);
    }

    /** The code points that the font can print: the ranges of its character map (OpenType, cmap format 12). */
    private static BitSet signs(ByteBuffer font) {
        int map = subtable(font, table(font));
        BitSet signs = new BitSet();
        int groups = font.getInt(map + 12);
        for (int group = 0; group < groups; group++) {
            int at = map + 16 + 12 * group;
            signs.set(font.getInt(at), font.getInt(at + 4) + 1);
        }
        return signs;
    }

    private static int table(ByteBuffer font) {
        for (int at = 12; ; at += 16) {
            if (font.getInt(at) == CMAP) {
                return font.getInt(at + 8);
            }
        }
    }

    private static int subtable(ByteBuffer font, int cmap) {
        for (int at = cmap + 4; ; at += 8) {
            if (font.getShort(at) == WINDOWS && font.getShort(at + 2) == ALL_OF_UNICODE) {
                return cmap + font.getInt(at + 4);
            }
        }
    }

    private static int tag(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
    }
}
