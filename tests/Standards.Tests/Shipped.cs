using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Standards.Tests;

/// <summary>The catalogue of the repository, as it is copied beside the program.</summary>
internal static class Shipped
{
    public static readonly string Directory = Path.Combine(AppContext.BaseDirectory, "catalogue");

    public static readonly Catalogue Catalogue = CatalogueReader.Read(Directory) switch
    {
        CatalogueReading.Complete complete => complete.Catalogue,
        CatalogueReading.Faulty faulty => throw new CatalogueFaultyException(Directory, faulty.Errors),
        var other => throw new InvalidOperationException($"{other}"),
    };

    public static readonly Standard Quality = Catalogue.FindStandard("quality-balanced-2017")!;
    public static readonly Standard Basic = Catalogue.FindStandard("basic-balanced-2012")!;
    public static readonly Standard Preschool = Catalogue.FindStandard("preschool-2020")!;
    public static readonly Standard Duties = Catalogue.FindStandard("duties-2024")!;
}
