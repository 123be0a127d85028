using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Release.Tests;

/// <summary>The catalogue and the samples as they lie beside the program.</summary>
internal static class Shipped
{
    public static string SamplesDirectory { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    public static Catalogue Catalogue { get; } = ReadCatalogue();

    private static Catalogue ReadCatalogue() => CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) switch
    {
        CatalogueReading.Complete complete => complete.Catalogue,
        var faulty => throw new InvalidOperationException(faulty.ToString()),
    };
}
