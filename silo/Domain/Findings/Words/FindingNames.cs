using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Domain.Findings.Words;

/// <summary>What the catalogue calls a measure or an indicator, as a sentence about it does.</summary>
internal static class FindingNames
{
    /// <summary>With the stage where it is kept for several: 小学辍学率, Dropout rate (primary).</summary>
    public static Wording Of(Catalogue catalogue, string code, SchoolStage? stage)
    {
        var (name, stages) = catalogue.FindIndicator(code) is { } indicator
            ? (new Wording(indicator.Name, indicator.NameEn), indicator.Stages)
            : catalogue.FindMeasure(code) is { } measure
                ? (new Wording(measure.Name, measure.NameEn), measure.Stages)
                : (new Wording(code, code), []);
        if (stage is not { } known || stages.Length < 2)
            return name;
        var of = Wording.Of(known);
        return new(of.Chinese + name.Chinese, $"{name.English} ({of.English})");
    }

    /// <summary>The catalogue's word for the unit of a measure or indicator; null where it knows neither.</summary>
    public static string? UnitOf(Catalogue catalogue, string code) => catalogue.FindIndicator(code)?.Unit ?? catalogue.FindMeasure(code)?.Unit;

    public static Wording Amount(Catalogue catalogue, string code, decimal value)
    {
        var unit = UnitOf(catalogue, code);
        return Wording.Of(value, catalogue.Units.FirstOrDefault(known => known.Code == unit));
    }
}
