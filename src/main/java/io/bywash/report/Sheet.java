package io.bywash.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A sheet of paper that becomes an SVG: lengths are in its own units, text stays text. */
final class Sheet {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FONTS = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', sans-serif";
    /** What every id begins with, so that the drawing can stand in a page that has ids of its own. */
    static final String ID = "timeline-";

    private static final int DIGITS = 1;

    private final Graphics2D graphics;
    private final SVGGraphics2D svg;
    private final double width;
    private final double height;

    Sheet(double width, double height) {
        this.width = width;
        this.height = height;
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment(null);
        context.setPrecision(DIGITS);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String what) {
                return super.generateID(ID + what);
            }
        });
        context.setExtensionHandler(new HatchPatterns());
        svg = new SVGGraphics2D(context, false);
        svg.setSVGCanvasSize(new Dimension((int) Math.ceil(width), (int) Math.ceil(height)));
        svg.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_DEFAULT);
        graphics = svg;
        fill(new Rectangle2D.Double(0, 0, width, height), Palette.PAPER);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java makes no XML documents.", e);
        }
    }

    /** For the chart library, which draws by itself. */
    Graphics2D graphics() {
        return graphics;
    }

    static Font font(double size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
    }

    void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    void outline(Shape shape, Color colour, Stroke stroke) {
        graphics.setPaint(colour);
        graphics.setStroke(stroke);
        graphics.draw(shape);
    }

    void line(double x1, double y1, double x2, double y2, Color colour, double strength) {
        outline(new Line2D.Double(x1, y1, x2, y2), colour, new BasicStroke((float) strength, BasicStroke.CAP_BUTT, 0));
    }

    /** Words that begin at {@code x} and stand on {@code y}. */
    void text(String words, double x, double y, double size, boolean bold, Color colour) {
        graphics.setPaint(colour);
        graphics.setFont(font(size, bold));
        graphics.drawString(words, (float) x, (float) y);
    }

    /** Words in a box with round corners, from {@code x} on; gives where the box ends. */
    double badge(String words, double x, double baseline, double size, Color ground, Color colour) {
        double wide = TextWidth.of(words, size, true) + size;
        Shape box = new RoundRectangle2D.Double(x, baseline - size * 1.05, wide, size * 1.45, 8, 8);
        fill(box, ground);
        outline(box, colour == Palette.PAPER ? ground : colour, new BasicStroke(1.6f));
        text(words, x + size / 2, baseline, size, true, colour);
        return x + wide;
    }

    /**
     * The sheet as it is now.
     *
     * @param title for who cannot see it
     * @param description as {@code title}, at more length
     */
    String svg(String title, String description) {
        Element root = svg.getRoot();
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("viewBox", "0 0 %d %d".formatted(Math.round(width), Math.round(height)));
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", "timeline-title timeline-description");
        plainFonts(root);
        root.setAttribute("font-family", FONTS);
        root.insertBefore(named(root, "desc", "timeline-description", description), root.getFirstChild());
        root.insertBefore(named(root, "title", "timeline-title", title), root.getFirstChild());
        try {
            StringWriter out = new StringWriter();
            svg.stream(root, out, false, false);
            String text = out.toString();
            return text.substring(text.indexOf("<svg"));
        } catch (SVGGraphics2DIOException e) {
            throw new IllegalStateException("A drawing could not be written to memory: " + e.getMessage(), e);
        }
    }

    private static Element named(Element root, String tag, String id, String words) {
        Element element = root.getOwnerDocument().createElementNS(SVG, tag);
        element.setAttribute("id", id);
        element.setTextContent(words);
        return element;
    }

    private static void plainFonts(Element element) {
        element.removeAttribute("font-family");
        NodeList children = element.getChildNodes();
        for (int number = 0; number < children.getLength(); number++) {
            Node child = children.item(number);
            if (child instanceof Element inner) {
                plainFonts(inner);
            }
        }
    }
}
