using System.Security.Cryptography;
using System.Text;
using EduAnalytics.Dashboard.PlotViews;
using EduAnalytics.Plots;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace EduAnalytics.Dashboard.PlotImages;

/// <summary>Sends a plot as a file that caches may keep while the figures stay as they are.</summary>
public sealed class PlotImage(Drawing drawing)
{
    public IResult Of(PlotImageRequest request, PlotSpec spec, HttpContext http)
    {
        // Figures change at any time, so a cache asks each time; the tag then spares it the picture.
        http.Response.Headers.CacheControl = "no-cache";
        var bytes = request.Format == "png"
            ? drawing.Png(spec, request.Scale)
            : Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + drawing.Svg(spec));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 12))}\"");
        // The framework compares If-None-Match with the tag and answers 304 by itself.
        return Results.File(
            bytes.ToArray(), request.Format == "png" ? "image/png" : "image/svg+xml; charset=utf-8", entityTag: tag);
    }
}
