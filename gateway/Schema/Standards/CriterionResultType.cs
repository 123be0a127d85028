using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class CriterionResultType : OutputType<Released<CriterionOutcome>>
{
    public CriterionResultType(OrgUnitQueries units)
    {
        Name = "CriterionResult";
        Required<CriterionType>("criterion").From(source => source.Shown.Criterion);
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.Result.OrgUnit.Code));
        Optional<DecimalScalar>("value").From(source => source.Shown.Result.Value);
        Required<EnumerationGraphType<TargetStatus>>("status").From(source => source.Shown.Result.Status);
        Optional<DecimalScalar>("margin").From(source => source.Shown.Result.Margin);
        Required<EnumerationGraphType<Basis>>("basis").From(source => source.Shown.Result.Basis);
        Optional<IntGraphType>("schools")
            .Description("For a spread: the schools it was taken over.")
            .From(source => source.Shown.Result.Schools);
        Optional<IntGraphType>("expectedSchools")
            .Description("For a spread: the schools of the stage.")
            .From(source => source.Shown.Result.ExpectedSchools);
        List<RemedyType>("remedies")
            .Description("The smallest changes that, all together, would turn a miss; empty where obstacle says why there are none.")
            .From(source => source.Parts(shown => shown.Result.Remedies));
        Optional<EnumerationGraphType<RemedyObstacle>>("obstacle").From(source => source.Shown.Result.Obstacle);
    }
}
