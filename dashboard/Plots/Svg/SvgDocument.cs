using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using EduAnalytics.Plots.Drawing;
using EduAnalytics.Plots.Texts;
using SkiaSharp;

namespace EduAnalytics.Plots.Svg;

/// <summary>Turns a picture into one SVG element that is safe to stand inline among others.</summary>
internal static class SvgDocument
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public static string Write(Picture picture, PlotSpec spec)
    {
        var root = Draw(picture, spec.Transparent);
        RemoveClips(root);
        NameDashes(root);
        root.Add(TextLayer(picture.Texts));
        Describe(root, picture, spec, spec.IdPrefix ?? ContentId(root, picture, spec));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Draw(Picture picture, bool transparent)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, picture.Width, picture.Height), stream))
            PicturePainter.Paint(canvas, picture, transparent, DashInk.Svg);
        stream.Position = 0;
        return XDocument.Load(stream).Root!;
    }

    /// <summary>
    /// Every shape comes in a group clipped to the whole picture, which cuts nothing, under an id such as
    /// <c>cl_4</c> that every other plot of the page would use as well.
    /// </summary>
    private static void RemoveClips(XElement root)
    {
        root.Elements(Ns + "clipPath").Remove();
        foreach (var group in root.Elements(Ns + "g").ToList())
            group.ReplaceWith(group.Elements());
    }

    private static void NameDashes(XElement root)
    {
        foreach (var limit in root.Descendants().Attributes("stroke-miterlimit").ToList())
        {
            if (DashInk.PatternByMiterLimit.TryGetValue(limit.Value, out var pattern))
                limit.Parent!.SetAttributeValue("stroke-dasharray", string.Join(' ', pattern));
            limit.Remove();
        }
    }

    private static void Describe(XElement root, Picture picture, PlotSpec spec, string idPrefix)
    {
        root.Attributes().Where(attribute => attribute.IsNamespaceDeclaration && attribute.Name.LocalName == "xlink")
            .Remove();
        root.SetAttributeValue("viewBox", $"0 0 {picture.Width} {picture.Height}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("lang", spec.Culture);
        root.SetAttributeValue("aria-labelledby", idPrefix + "-title");
        root.AddFirst(new XElement(Ns + "title", new XAttribute("id", idPrefix + "-title"), Clean(spec.Title)));
        if (spec.Description.Length == 0)
            return;
        root.SetAttributeValue("aria-describedby", idPrefix + "-desc");
        root.Element(Ns + "title")!.AddAfterSelf(
            new XElement(Ns + "desc", new XAttribute("id", idPrefix + "-desc"), Clean(spec.Description)));
    }

    /// <summary>
    /// The same plot has the same ids in every process, so that a cached page stays the same page. The values count
    /// too: two sparklines can look alike and show different schools.
    /// </summary>
    private static string ContentId(XElement root, Picture picture, PlotSpec spec)
    {
        var values = picture.Marks.Select(mark => $"{mark.SeriesId} {mark.Period} {mark.ValueText}");
        var content = string.Join(
            '\n', [root.ToString(SaveOptions.DisableFormatting), spec.Title, spec.Description, .. values]);
        return "plot-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 5));
    }

    private static XElement TextLayer(IEnumerable<PlacedText> texts) =>
        new(Ns + "g", new XAttribute("font-family", PlotFonts.Families), texts.Select(Text));

    /// <summary>
    /// The text is written here and not by Skia, which goes from glyphs back to characters and so loses those the
    /// server's font lacks, and places every character singly, which tears words apart in a reader's other font.
    /// <c>textLength</c> keeps that other font inside the room the layout gave.
    /// </summary>
    private static XElement Text(PlacedText text)
    {
        var element = new XElement(
            Ns + "text",
            new XAttribute("x", Number(text.X)),
            new XAttribute("y", Number(text.Baseline)),
            new XAttribute("font-size", Number(text.Size)),
            new XAttribute("fill", text.Colour),
            new XAttribute("textLength", Number(text.Width)),
            new XAttribute("lengthAdjust", "spacingAndGlyphs"));
        if (text.Anchor != Anchor.Start)
            element.SetAttributeValue("text-anchor", text.Anchor == Anchor.Middle ? "middle" : "end");
        if (text.Bold)
            element.SetAttributeValue("font-weight", "700");
        if (text.Halo is { } halo)
            element.Add(
                new XAttribute("stroke", halo), new XAttribute("stroke-width", "3"),
                new XAttribute("stroke-linejoin", "round"), new XAttribute("paint-order", "stroke"));
        element.Add(Clean(text.Text));
        return element;
    }

    /// <summary>XML 1.0 has no way to write most control characters, and a name from a file may hold one.</summary>
    private static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value)));

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
