using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>What became of reading the catalogue: either all of it, or everything that is wrong with it.</summary>
public abstract record CatalogueReading
{
    private CatalogueReading()
    {
    }

    public sealed record Complete(Catalogue Catalogue) : CatalogueReading;

    /// <param name="Errors">At least one; in the order of files and lines.</param>
    public sealed record Faulty(ImmutableArray<CatalogueError> Errors) : CatalogueReading;
}
