using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Release.Sources;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Indicators;

internal sealed class ExplanationType : OutputType<Released<ExplainedValue>>
{
    public ExplanationType()
    {
        Name = "Explanation";
        Required<StringGraphType>("formula").From(source => source.Shown.Explanation.Formula);
        List<ContributionType>("contributions").From(source => source.Parts(shown => shown.Parts));
        List<SourceType>("sources")
            .Description(
                "The submissions behind the value, the newest first: figures that stand, and the records that the counts rest on. Of a "
                + "district or city: its own, and those of the schools whose parts changed last.")
            .Argument<IntGraphType>("first", argument => argument.DefaultValue = SourceFields.UsualOfValue)
            .Resolve(context => context.SourceList(context.Source.Shown.Sources));
        Required<IntGraphType>("sourceCount")
            .Description("How many submissions are behind the value in the units searched; sources names the newest of them.")
            .Resolve(context => context.SourceNumber(context.Source.Shown.Sources, found => found.Count));
        Required<IntGraphType>("unitsSearched")
            .Description("How many of the units behind the value were searched for their submissions: those that changed last.")
            .Resolve(context => context.SourceNumber(context.Source.Shown.Sources, found => found.UnitsSearched));
        Required<IntGraphType>("unitsBehind")
            .Description("How many units brought a part of the value. The submissions of each are had by its contribution's sources.")
            .Resolve(context => context.SourceNumber(context.Source.Shown.Sources, found => found.UnitsBehind));
    }
}

internal sealed class ContributionType : OutputType<Released<ExplainedPart>>
{
    public ContributionType(OrgUnitQueries units)
    {
        Name = "Contribution";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.Part.OrgUnit.Code));
        Required<StringGraphType>("measure")
            .Description("The code of a measure or indicator; of a ratio or spread that has none, its formula in measure codes.")
            .From(source => source.Shown.Part.Measure);
        Required<PeriodScalar>("period")
            .Description("The value's period; of a change also the one before.")
            .From(source => source.Shown.Part.Period);
        Required<DecimalScalar>("value").From(source => source.Shown.Part.Value);
        List<SourceType>("sources")
            .Description("The submissions behind this part, the newest first.")
            .Argument<IntGraphType>("first", argument => argument.DefaultValue = SourceFields.UsualOfPart)
            .Resolve(context => context.SourceList(context.Source.Shown.Sources));
        Required<IntGraphType>("sourceCount")
            .Description("How many submissions are behind this part; sources names the newest of them.")
            .Resolve(context => context.SourceNumber(context.Source.Shown.Sources, found => found.Count));
    }
}
