using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Words;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Domain.Findings;

/// <summary>A number of a finding before its sources are looked up: with the cells whose statements are its sources.</summary>
internal sealed record EvidenceNumber(decimal Value, FindingNumberKind Kind, Wording Label)
{
    public string? Unit { get; private init; }

    public string? Code { get; private init; }

    public Spot? Spot { get; private init; }

    public string? SetBy { get; private init; }

    public IEnumerable<MeasureKey> RestsOn { get; private init; } = [];

    /// <summary>A measure's value as formulas take it. A sum comes from below, and no statement of the unit is behind it.</summary>
    public static EvidenceNumber Of(string measure, Spot spot, Term term, FindingScope scope) =>
        term.Stated ? Stated(measure, spot, term.Value, scope) : Named(measure, spot, term.Value, FindingNumberKind.Computed, scope.Catalogue);

    /// <summary>An indicator's value as readers see it; there must be one.</summary>
    public static EvidenceNumber Of(IndicatorReading reading, Spot spot, Catalogue catalogue)
    {
        var code = reading.Indicator.Code;
        return reading.Computed is { RestsOnStatementAlone: false }
            ? Computed(code, spot, reading.Shown!.Value, catalogue)
            : Named(code, spot, reading.Shown!.Value, FindingNumberKind.Stated, catalogue) with { RestsOn = IndicatorSelection.CodesOf(code, catalogue).Select(spot.Cell) };
    }

    public static EvidenceNumber Stated(string code, Spot spot, decimal value, FindingScope scope) =>
        Named(code, spot, value, FindingNumberKind.Stated, scope.Catalogue) with { RestsOn = [spot.Cell(code)] };

    /// <summary>Worked out from measures, of which some may be stated; what is stated of the same code stands beside it and is no part of it.</summary>
    public static EvidenceNumber Computed(string code, Spot spot, decimal value, Catalogue catalogue) =>
        Named(code, spot, value, FindingNumberKind.Computed, catalogue) with
        {
            RestsOn = IndicatorSelection.CodesOf(code, catalogue).Where(part => part != code).Select(spot.Cell),
        };

    public static EvidenceNumber Of(Target target, string indicator, Spot spot, Catalogue catalogue) =>
        new(target.Value, FindingNumberKind.Target, TargetFor(FindingNames.Of(catalogue, indicator, spot.Stage), Wording.Of(target.Comparison)))
        {
            Unit = FindingNames.UnitOf(catalogue, indicator),
            Spot = spot,
            SetBy = target.Source,
        };

    /// <summary>What is taken over the other units, in the indicator's unit.</summary>
    public static EvidenceNumber OfOthers(decimal value, Wording label, string? unit, Spot spot) =>
        new(value, FindingNumberKind.Others, label) { Unit = unit, Spot = spot };

    /// <summary>What no code of the catalogue stands for.</summary>
    /// <param name="restsOn">The cells from whose statements it was worked out.</param>
    public static EvidenceNumber Plain(decimal value, Wording label, Spot spot, string? unit = null, IEnumerable<MeasureKey>? restsOn = null) =>
        new(value, FindingNumberKind.Computed, label) { Unit = unit, Spot = spot, RestsOn = restsOn ?? [] };

    public FindingNumber Told(FindingScope? scope) => new(Value, Kind, Label.Chinese, Label.English)
    {
        Unit = Unit,
        Code = Code,
        Period = Spot?.Period,
        Stage = Spot?.Stage,
        SetBy = SetBy,
        Sources = scope?.SourcesOf(RestsOn) ?? [],
    };

    private static Wording TargetFor(Wording name, Wording comparison) =>
        new($"{name.Chinese}目标（{comparison.Chinese}）", $"Target for {name.English} ({comparison.English})");

    private static EvidenceNumber Named(string code, Spot spot, decimal value, FindingNumberKind kind, Catalogue catalogue) =>
        new(value, kind, FindingNames.Of(catalogue, code, spot.Stage)) { Unit = FindingNames.UnitOf(catalogue, code), Code = code, Spot = spot };
}
