package io.seikyu.documents.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Date;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.fop.apps.EnvironmentalProfileFactory;
import org.apache.fop.apps.FOUserAgent;
import org.apache.fop.apps.FopConfParser;
import org.apache.fop.apps.FopFactory;
import org.apache.xmlgraphics.io.Resource;
import org.apache.xmlgraphics.io.ResourceResolver;
import org.apache.xmlgraphics.util.MimeConstants;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Turns formatting objects into a PDF by Apache FOP, made when the first page is asked for and then kept. It reads
 * nothing but the font that comes with it. Equal content makes equal bytes; any number of threads may print.
 */
final class Printer {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final URI BASE = URI.create("seikyu:/");

    private static final String CONFIGURATION = """
            <fop version="1.0"><renderers><renderer mime="application/pdf"><fonts>
              <font embed-url="%s" kerning="no" embedding-mode="subset" simulate-style="false">
                <font-triplet name="%s" style="normal" weight="normal"/>
              </font>
            </fonts></renderer></renderers></fop>
            """.formatted(PaperFont.FILE, PaperFont.NAME);

    /** Laying out takes a processor and tens of megabytes: no more at a time than there are processors. */
    private final Semaphore presses = new Semaphore(Runtime.getRuntime().availableProcessors());

    private final PaperFont font = PaperFont.load();
    private final FopFactory factory = factory(font);

    private volatile boolean warm;

    Printer() {}

    static Printer get() {
        return Loaded.PRINTER;
    }

    byte[] print(Paper paper, Consumer<Fo> content) {
        presses.acquireUninterruptibly();
        try {
            return Reproducible.of(warm ? layOut(paper, content) : first(paper, content));
        } finally {
            presses.release();
        }
    }

    /** FOP reads its configuration when first needed, from a DOM that two threads must not unfold at once. */
    private synchronized byte[] first(Paper paper, Consumer<Fo> content) {
        byte[] pdf = layOut(paper, content);
        warm = true;
        return pdf;
    }

    private byte[] layOut(Paper paper, Consumer<Fo> content) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        FOUserAgent agent = factory.newFOUserAgent();
        agent.setTitle(paper.title());
        agent.setAuthor(paper.author());
        agent.setCreator("Seikyu");
        agent.setProducer("Seikyu");
        agent.setCreationDate(Date.from(paper.made().atStartOfDay(JAPAN).toInstant()));
        // a listener of our own keeps FOP from logging each page; what it cannot do it throws
        agent.getEventBroadcaster().addEventListener(event -> {});
        try {
            ContentHandler formatter =
                    factory.newFop(MimeConstants.MIME_PDF, agent, pdf).getDefaultHandler();
            formatter.startDocument();
            content.accept(new Fo(formatter, font.glyphs()));
            formatter.endDocument();
        } catch (SAXException e) {
            throw new IllegalStateException("the page cannot be laid out", e);
        }
        return pdf.toByteArray();
    }

    private static FopFactory factory(PaperFont font) {
        byte[] configuration = CONFIGURATION.getBytes(StandardCharsets.UTF_8);
        try {
            return new FopConfParser(
                            new ByteArrayInputStream(configuration),
                            BASE,
                            EnvironmentalProfileFactory.createRestrictedIO(BASE, new FontOnly(font)))
                    .getFopFactoryBuilder()
                    .build();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException("the printer's own configuration is wrong", e);
        }
    }

    /** The one thing that is ever read; any other address is refused. */
    private record FontOnly(PaperFont font) implements ResourceResolver {
        @Override
        public Resource getResource(URI address) throws IOException {
            if (address.equals(BASE.resolve(PaperFont.FILE))) {
                return new Resource("font/ttf", font.read());
            }
            throw new IOException("a paper refers to nothing outside itself, but was asked for " + address);
        }

        @Override
        public OutputStream getOutputStream(URI address) throws IOException {
            throw new IOException("a paper writes nothing but itself");
        }
    }

    private static final class Loaded {
        static final Printer PRINTER = new Printer();
    }
}
