using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Findings;
using EduAnalytics.Gateway.Schema.Indicators;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Findings;

internal sealed class FindingNumberType : OutputType<Released<NumberOfFinding>>
{
    public FindingNumberType(FindingSources sources, Catalogue catalogue)
    {
        Name = "FindingNumber";
        Required<StringGraphType>("label")
            .Description("What it is, in Chinese: the name of a measure or indicator, or words such as 其他单位的中位数.")
            .From(source => source.Shown.Number.Label);
        Required<StringGraphType>("labelEn").Description("The same in English.").From(source => source.Shown.Number.LabelEn);
        Required<DecimalScalar>("value").From(source => source.Shown.Number.Value);
        Optional<StringGraphType>("unit")
            .Description("The catalogue's word for its unit, such as percent; null for a plain number.")
            .From(source => source.Shown.Number.Unit);
        Required<EnumerationGraphType<FindingNumberKind>>("kind")
            .Description("STATED by an authority, COMPUTED here, a TARGET of a policy document, or taken over the OTHERS that the unit is compared with.")
            .From(source => source.Shown.Number.Kind);
        Optional<IdGraphType>("code")
            .Description("The measure or indicator that it is a value of; null for what is none, such as a number of schools counted.")
            .From(source => source.Shown.Number.Code);
        Optional<IndicatorType>("indicator")
            .Description("Under which it can be explained: the indicator itself, or the first that is made of the measure. Null where none is.")
            .From(source => ExplainedBy(source.Shown.Number, catalogue));
        Optional<PeriodScalar>("period").From(source => source.Shown.Number.Period);
        Optional<EnumerationGraphType<SchoolStage>>("stage").From(source => source.Shown.Number.Stage);
        Optional<StringGraphType>("setBy")
            .Description("The policy document that sets a target; null for other numbers.")
            .From(source => source.Shown.Number.SetBy);
        List<SourceType>("sources")
            .Description("The statements that it is or rests on; empty where all was counted from records or sent by units below.")
            .ResolveAsync(async context => await sources.Of(context.Caller(), context.Source));
    }

    /// <summary>One that is kept for the number's period and stage; of those made of a measure the one that is the measure alone goes first.</summary>
    private static Indicator? ExplainedBy(FindingNumber number, Catalogue catalogue) => number is { Code: { } code, Period: { } period }
        ? catalogue.IndicatorsReading(code)
            .Where(indicator => indicator.PeriodTypes.Contains(period.Type) && (number.Stage is not { } stage || indicator.Stages.Contains(stage)))
            .OrderByDescending(indicator => indicator.Code == code)
            .ThenByDescending(indicator => indicator.Formula is Formula.Sum { Terms: [var only] } && only == code)
            .FirstOrDefault()
        : null;
}
