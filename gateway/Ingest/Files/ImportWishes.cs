namespace EduAnalytics.Gateway.Ingest.Files;

/// <summary>What a sender says of a table file beside the file itself.</summary>
/// <param name="FileName">Names the document of figures where nothing else does.</param>
/// <param name="Mapping">A mapping's YAML or JSON; null where headings suffice.</param>
/// <param name="OrgUnit">The unit of all rows, for files that name none.</param>
/// <param name="Document">The document that figures come from.</param>
/// <param name="SkipBadRows">True to send a file with problems without the rows that have them.</param>
public sealed record ImportWishes(string FileName, string? Mapping, string? OrgUnit, string? Document, bool SkipBadRows);
