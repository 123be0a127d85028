using System.Collections.Immutable;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Gathers what is wrong while the files are read.</summary>
internal sealed class CatalogueErrors
{
    private readonly List<CatalogueError> errors = [];

    public void Add(string file, int line, string? code, string given, string expected) =>
        errors.Add(new CatalogueError(file, line, code, given, expected));

    /// <summary>An anchored entry is read wherever it is used; its error is told once for each code.</summary>
    public ImmutableArray<CatalogueError> InOrderOf(string[] files) =>
    [
        .. errors.Distinct()
            .OrderBy(error => Array.IndexOf(files, error.File))
            .ThenBy(error => error.Line),
    ];
}
