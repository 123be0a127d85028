using EduAnalytics.Domain.Periods;

namespace EduAnalytics.Gateway.Export;

/// <summary>
/// One value of a comparison as it leaves: with the names of what it is about and all that says how good it is. The codes are
/// those of the schema. Whatever the encoders write comes from here, so what is withheld here is withheld in every file.
/// </summary>
internal sealed record ExportRow
{
    public required string OrgUnit { get; init; }

    public required string OrgUnitName { get; init; }

    public required string Level { get; init; }

    public required string Indicator { get; init; }

    public required string IndicatorName { get; init; }

    /// <summary>The indicator's unit of measurement, in the reader's language.</summary>
    public required string Unit { get; init; }

    /// <summary>Digits after the point for people; the numbers themselves keep all they have.</summary>
    public required int Decimals { get; init; }

    public required Period Period { get; init; }

    public required string? Stage { get; init; }

    /// <summary>Null where there is no data, or where <see cref="Suppression"/> says why it is withheld.</summary>
    public required decimal? Value { get; init; }

    public required decimal? Numerator { get; init; }

    public required decimal? Denominator { get; init; }

    public required string Basis { get; init; }

    public required decimal? Reported { get; init; }

    public required decimal? Target { get; init; }

    public required string Status { get; init; }

    public required decimal? Change { get; init; }

    public required string? Suppression { get; init; }

    public required int? ReportedUnits { get; init; }

    public required int? ExpectedUnits { get; init; }

    public required DateTimeOffset? AsOf { get; init; }

    public required long Version { get; init; }

    /// <summary>True where the unit's records are generated for demonstration, wholly or in part.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The codes of the comparison's warnings that are about this value, with spaces between; null for none.</summary>
    public required string? Warnings { get; init; }
}
