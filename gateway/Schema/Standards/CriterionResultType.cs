using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Release;
using EduAnalytics.Gateway.Schema.OrgUnits;
using EduAnalytics.Gateway.Schema.Scalars;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema.Standards;

internal sealed class CriterionResultType : OutputType<Released<CriterionOutcome>>
{
    public CriterionResultType(OrgUnitQueries units)
    {
        Name = "CriterionResult";
        Required<CriterionType>("criterion").Resolve(context => context.Source.Shown.Criterion);
        Required<OrgUnitType>("orgUnit").ResolveAsync(async context => await units.Require(context.Source.Shown.Result.OrgUnit.Code));
        Optional<DecimalScalar>("value").Resolve(context => context.Source.Shown.Result.Value);
        Required<EnumerationGraphType<TargetStatus>>("status").Resolve(context => context.Source.Shown.Result.Status);
        Optional<DecimalScalar>("margin").Resolve(context => context.Source.Shown.Result.Margin);
        Required<EnumerationGraphType<Basis>>("basis").Resolve(context => context.Source.Shown.Result.Basis);
        Optional<IntGraphType>("schools")
            .Description("For a spread: the schools it was taken over.")
            .Resolve(context => context.Source.Shown.Result.Schools);
        Optional<IntGraphType>("expectedSchools")
            .Description("For a spread: the schools of the stage.")
            .Resolve(context => context.Source.Shown.Result.ExpectedSchools);
        List<RemedyType>("remedies")
            .Description("The smallest changes that, all together, would turn a miss; empty where obstacle says why there are none.")
            .Resolve(context => context.Source.Parts(shown => shown.Result.Remedies));
        Optional<EnumerationGraphType<RemedyObstacle>>("obstacle").Resolve(context => context.Source.Shown.Result.Obstacle);
    }
}
