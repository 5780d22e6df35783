package io.bywash.report;

import java.awt.Color;
import java.awt.Paint;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes each {@link Hatch} as a pattern, once for a drawing. */
final class HatchPatterns extends DefaultExtensionHandler {
    private static final String SVG = "http://www.w3.org/2000/svg";

    private final Map<Hatch, SVGPaintDescriptor> known = new LinkedHashMap<>();

    @Override
    public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext context) {
        return paint instanceof Hatch hatch
                ? known.computeIfAbsent(hatch, one -> pattern(one, context.getDOMFactory()))
                : super.handlePaint(paint, context);
    }

    private SVGPaintDescriptor pattern(Hatch hatch, Document document) {
        String id = Sheet.ID + "hatch" + (known.size() + 1);
        Element pattern = document.createElementNS(SVG, "pattern");
        pattern.setAttribute("id", id);
        pattern.setAttribute("patternUnits", "userSpaceOnUse");
        pattern.setAttribute("width", String.valueOf(Hatch.TILE));
        pattern.setAttribute("height", String.valueOf(Hatch.TILE));
        Element ground = document.createElementNS(SVG, "rect");
        ground.setAttribute("width", String.valueOf(Hatch.TILE));
        ground.setAttribute("height", String.valueOf(Hatch.TILE));
        ground.setAttribute("stroke", "none");
        ground.setAttribute("fill", hex(hatch.ground()));
        pattern.appendChild(ground);
        Element lines = document.createElementNS(SVG, "path");
        lines.setAttribute("d", hatch.way().path());
        lines.setAttribute("fill", "none");
        lines.setAttribute("stroke", hex(hatch.lines()));
        lines.setAttribute("stroke-width", String.valueOf(hatch.way().width()));
        if (hatch.way() == Hatch.Way.DOTTED) {
            lines.setAttribute("stroke-linecap", "round");
        }
        pattern.appendChild(lines);
        return new SVGPaintDescriptor("url(#" + id + ")", "1", pattern);
    }

    private static String hex(Color colour) {
        return "#%06x".formatted(colour.getRGB() & 0xFFFFFF);
    }
}
