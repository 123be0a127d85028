namespace EduAnalytics.Grains.Catalogues;

/// <summary>One thing that is wrong with the catalogue's files, told so that its author can put it right.</summary>
/// <param name="File">The file's name within the catalogue's directory.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Code">The measure, indicator, unit or group concerned; null where the entry has none.</param>
/// <param name="Given">What stands there.</param>
/// <param name="Expected">What should.</param>
public sealed record CatalogueError(string File, int Line, string? Code, string Given, string Expected)
{
    public override string ToString() => $"{File}:{Line}: {(Code is null ? "" : $"{Code}: ")}{Given}; expected {Expected}.";
}
