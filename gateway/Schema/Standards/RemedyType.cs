using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class RemedyType : OutputType<Released<Remedy>>
{
    public RemedyType(OrgUnitQueries units, Catalogue catalogue)
    {
        Name = "Remedy";
        Description = "The smallest change of one measure at one unit, everything else as it is.";
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.OrgUnit.Code));
        Required<StringGraphType>("measure").From(source => source.Shown.Measure);
        Required<StringGraphType>("measureName").From(source => catalogue.FindMeasure(source.Shown.Measure)!.Name);
        Required<StringGraphType>("measureNameEn").From(source => catalogue.FindMeasure(source.Shown.Measure)!.NameEn);
        Required<StringGraphType>("unit").From(source => catalogue.FindMeasure(source.Shown.Measure)!.Unit);
        Optional<EnumerationGraphType<SchoolStage>>("stage").From(source => source.Shown.Stage);
        Required<DecimalScalar>("amount")
            .Description("In the measure's unit: above zero for more of it, below zero for less. Whole where the measure is.")
            .From(source => source.Shown.Amount);
    }
}
