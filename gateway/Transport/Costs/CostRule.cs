using EduAnalytics.Gateway.Transport.Limits;
using GraphQL.Validation;

namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>
/// Refuses an operation that is too deep or too costly. Run for every request, also for a document from the cache: the cost
/// depends on the variables. Last of all rules, for only a valid document can be walked.
/// </summary>
/// <param name="basis">What the schema's costs are reckoned from; null where they need nothing.</param>
internal sealed class CostRule(GatewayOptions limits, ICostBasis? basis) : ValidationRuleBase
{
    public override async ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
    {
        if (context.HasErrors)
            return null;
        if (basis is not null)
            await basis.RefreshAsync();
        var walk = new CostWalk(context);
        var cost = walk.Walk();
        cost.NoteIn(context.UserContext);
        if (walk.Depth > limits.MaxDepth)
            context.ReportError(LimitExceededError.TooDeep(walk.Depth, limits.MaxDepth));
        Hold(context, "calls to grains", nameof(limits.MaxGrainCalls), cost.GrainCalls, limits.MaxGrainCalls);
        Hold(context, "cells", nameof(limits.MaxCells), cost.Cells, limits.MaxCells);
        Hold(context, "objects", nameof(limits.MaxObjects), cost.Objects, limits.MaxObjects);
        return null;
    }

    private static void Hold(ValidationContext context, string unit, string option, long value, int limit)
    {
        if (value > limit)
            context.ReportError(LimitExceededError.TooCostly(unit, option, value, limit));
    }
}
