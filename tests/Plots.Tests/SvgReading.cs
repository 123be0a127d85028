using System.Globalization;
using System.Xml.Linq;

namespace EduAnalytics.Plots.Tests;

/// <summary>A drawn SVG, read back as a browser would.</summary>
internal sealed class SvgReading
{
    private static readonly XNamespace Ns = "http://www.w3.org/2000/svg";

    public SvgReading(RenderedPlot plot) => Root = XElement.Parse(plot.Svg);

    public XElement Root { get; }

    public IReadOnlyList<XElement> TextElements => [.. Root.Descendants(Ns + "text")];

    public IReadOnlyList<string> Texts => [.. TextElements.Select(text => text.Value)];

    /// <summary>Each text with the rectangle that <c>textLength</c> holds it to, whatever the font.</summary>
    public IReadOnlyList<(string Text, PixelBox Box)> TextBoxes =>
        [.. TextElements.Select(text => (text.Value, Box(text)))];

    public XElement? Child(string name) => Root.Element(Ns + name);

    public IReadOnlyList<XElement> Strokes(string colour) =>
        [.. Root.Elements(Ns + "path").Where(path => string.Equals(
            (string?)path.Attribute("stroke"), colour, StringComparison.OrdinalIgnoreCase))];

    public IReadOnlyList<XElement> Filled(string colour) =>
        [.. Root.Elements().Where(shape => string.Equals((string?)shape.Attribute("fill"), colour, StringComparison.OrdinalIgnoreCase))];

    public bool Has(string element) => Root.Descendants(Ns + element).Any();

    private static PixelBox Box(XElement text)
    {
        var (x, y) = (Number(text, "x"), Number(text, "y"));
        var (width, size) = (Number(text, "textLength"), Number(text, "font-size"));
        var left = (string?)text.Attribute("text-anchor") switch
        {
            "middle" => x - width / 2,
            "end" => x - width,
            _ => x,
        };
        return new PixelBox(left, y - size * 0.85, width, size);
    }

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
