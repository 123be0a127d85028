using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class RemedyType : OutputType<Released<Remedy>>
{
    public RemedyType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "Remedy";
        Description = "The smallest change of one measure at one unit, everything else as it is.";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<StringGraphType>("measure").Resolve(context => context.Source.Shown.Measure);
        Required<StringGraphType>("measureName").Resolve(context => catalogue.FindMeasure(context.Source.Shown.Measure)!.Name);
        Required<StringGraphType>("measureNameEn").Resolve(context => catalogue.FindMeasure(context.Source.Shown.Measure)!.NameEn);
        Required<StringGraphType>("unit").Resolve(context => catalogue.FindMeasure(context.Source.Shown.Measure)!.Unit);
        Optional<EnumerationGraphType<SchoolStage>>("stage").Resolve(context => context.Source.Shown.Stage);
        Required<DecimalScalar>("amount")
            .Description("In the measure's unit: above zero for more of it, below zero for less. Whole where the measure is.")
            .Resolve(context => context.Source.Shown.Amount);
    }
}
