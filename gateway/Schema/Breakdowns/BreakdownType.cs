using EduAnalytics.Domain.Breakdowns;
using EduAnalytics.Domain.Release;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Breakdowns;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Breakdowns;

internal sealed class BreakdownType : OutputType<Released<ShownBreakdown>>
{
    public BreakdownType()
    {
        Name = "Breakdown";
        Description = "An indicator by grade and sex, counted from student records.";
        Field<ListGraphType<NonNullGraphType<BreakdownRowType>>>("rows")
            .Description("In order of grade and sex. Null where there are none; gap or suppression says why.")
            .Resolve(context => context.Source.Shown.Rows is null ? null : context.Source.Parts(shown => shown.Rows!.Value
                .Select(row => row with { Value = Rounded(row.Value, shown.Indicator.Decimals) })));
        Optional<EnumerationGraphType<BreakdownGap>>("gap")
            .Description("Why nobody has rows; null where there are rows, or where they are withheld.")
            .Resolve(context => context.Source.Shown.Gap);
        Optional<EnumerationGraphType<Suppression>>("suppression")
            .Description("Why the rows are withheld, all of them; null where they are not. SMALL_COUNT: in a row here, or in one that could be told from these.")
            .Resolve(context => context.Source.Shown.Withheld);
        List<OrgUnitType>("silent")
            .Description("Districts that did not answer in time. Nothing is known of their schools now, and they are in no row here.")
            .From(source => source.Shown.Silent);
        Optional<StringGraphType>("reason")
            .Description("The gap, or why the rows are withheld, as a sentence.")
            .Resolve(context => SentenceOf(context.Source.Shown));
    }

    private static decimal? Rounded(decimal? value, int decimals) =>
        value is { } known ? decimal.Round(known, decimals, MidpointRounding.AwayFromZero) : null;

    private static string? SentenceOf(ShownBreakdown shown) => shown switch
    {
        { Gap: BreakdownGap.NotCounted } => $"{shown.Indicator.Code} is not counted from student records by grade: it rests on stated figures, or follows students over years.",
        { Gap: BreakdownGap.GradesDiffer } => $"{shown.Indicator.Code} counts tests and the roll on days between which students move up. Ask for a school year.",
        { Gap: BreakdownGap.NoRecords } => "No student records, or not enough monthly reports, stand behind this period.",
        { Withheld: Suppression.NotPermitted } => "The unit's figures are not for you.",
        { Withheld: not null } => "A count in it, or one that could be told from it, is too small to show; breakdowns are shown for calendar years, all rows or none.",
        _ => null,
    };
}

internal sealed class BreakdownRowType : OutputType<Released<BreakdownRow>>
{
    public BreakdownRowType()
    {
        Name = "BreakdownRow";
        Optional<IntGraphType>("grade")
            .Description("1 to 12: of the test, or in which the student was as the period ended, or left within it. Null where not asked by grade, or not recorded.")
            .Resolve(context => context.Source.Shown.Cell.Grade);
        Optional<EnumerationGraphType<Sex>>("sex")
            .Description("Null where not asked by sex, or not recorded.")
            .Resolve(context => context.Source.Shown.Cell.Sex);
        Optional<IntGraphType>("numerator").Description("Students.").Resolve(context => context.Source.Shown.Numerator);
        Optional<IntGraphType>("denominator").Description("Students; null where the indicator is no ratio.").Resolve(context => context.Source.Shown.Denominator);
        Optional<DecimalScalar>("value").Description("In the indicator's unit; null over nobody.").Resolve(context => context.Source.Shown.Value);
        Optional<EnumerationGraphType<Suppression>>("suppression")
            .Description("Null: rows are shown all together or not at all.")
            .Resolve(context => context.Source.Shown.Withheld);
    }
}
