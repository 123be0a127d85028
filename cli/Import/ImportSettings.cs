namespace EduAnalytics.Cli.Import;

/// <param name="File">The table file.</param>
/// <param name="Mapping">A mapping file; null where headings suffice.</param>
/// <param name="Address">Where the system runs.</param>
/// <param name="Catalogue">The directory of the catalogue that the system runs with.</param>
/// <param name="OrgUnit">The unit of all rows, for files that name none.</param>
/// <param name="Document">The document that figures come from; null for the file's own name.</param>
/// <param name="DryRun">True for everything but sending.</param>
/// <param name="SkipBadRows">True to send a file with problems without the rows that have them.</param>
/// <param name="Token">The API token that the command line names; null for none.</param>
internal sealed record ImportSettings(
    string File, string? Mapping, Uri Address, string Catalogue, string? OrgUnit, string? Document, bool DryRun, bool SkipBadRows, string? Token);
