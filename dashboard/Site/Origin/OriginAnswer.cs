using System.Collections.Immutable;
using EduAnalytics.Dashboard.Addresses;
using EduAnalytics.Dashboard.Figures;

namespace EduAnalytics.Dashboard.Origin;

/// <summary>The answer to <c>Origin/Origin.graphql</c>: one value, laid open. Null where the unit or indicator is unknown.</summary>
/// <param name="Formula">What the codes in the explanation are called.</param>
public sealed record OriginAnswer(Indicator? Indicator, ExplainedUnit? OrgUnit, NamedFormula? Formula = null);

public sealed record NamedFormula(IReadOnlyList<FormulaTerm> Terms);

public sealed record ExplainedUnit(
    string Id, string Name, string? NameEn, OrgUnitLevel Level, bool Synthetic, ExplainedReading Value);

/// <summary>A reading with its explanation, in the fields of <see cref="Reading"/>.</summary>
public sealed record ExplainedReading(
    string Period,
    SchoolStage? Stage,
    decimal? Value,
    decimal? Numerator,
    decimal? Denominator,
    Basis Basis,
    decimal? Reported,
    decimal? Target,
    TargetStatus Status,
    decimal? Change,
    Suppression? Suppression,
    DateTimeOffset? AsOf,
    int? ReportedUnits,
    int? ExpectedUnits,
    int Version,
    Explanation Explanation)
{
    public Reading Reading => new(
        Period, Stage, Value, Numerator, Denominator, Basis, Reported, Target, Status, Change, Suppression, AsOf, ReportedUnits,
        ExpectedUnits, Version);
}

/// <param name="Formula">In measure codes and then with its numbers.</param>
/// <param name="Sources">The newest submissions behind the value.</param>
/// <param name="SourceCount">How many there are in the units that were searched for them.</param>
/// <param name="UnitsSearched">Of the units that brought a part of the value, how many were searched.</param>
public sealed record Explanation(
    string Formula,
    IReadOnlyList<Contribution> Contributions,
    IReadOnlyList<Source> Sources,
    int SourceCount,
    int UnitsSearched,
    int UnitsBehind);

public sealed record Contribution(OrgUnit OrgUnit, string Measure, string Period, decimal Value);

public enum SourceKind
{
    Figures,
    Problems,
    Enrolment,
    Fitness,
}

/// <param name="Document">Of records, which come out of no document, what they are, in English.</param>
/// <param name="Quote">The document's own words for the figure.</param>
/// <param name="Lines">How many of the submission's lines count here.</param>
/// <param name="File">The file or stream that brought the figures; null where they came in none.</param>
/// <param name="Line">The line of it, counted from 1; null where several are meant.</param>
public sealed record Source(
    SourceKind Kind,
    OrgUnit OrgUnit,
    string Document,
    string? Section,
    string? Quote,
    DateTimeOffset RecordedAt,
    string SubmissionId,
    int Lines,
    string? File = null,
    long? Line = null)
{
    public bool IsOfRecords => Kind is SourceKind.Enrolment or SourceKind.Fitness;
}

/// <summary>Which value to lay open.</summary>
/// <param name="AsOf">As of when; null for now.</param>
public sealed record OriginQuestion(string Unit, string Indicator, string Period, SchoolStage? Stage, PastMoment? AsOf = null)
{
    public IReadOnlyDictionary<string, object?> Variables => new Dictionary<string, object?>
    {
        ["unit"] = Unit,
        ["indicator"] = Indicator,
        ["period"] = Period,
        ["stage"] = StageText.CodeOf(Stage),
        ["asOf"] = AsOf?.Variable,
    }.ToImmutableDictionary();
}
