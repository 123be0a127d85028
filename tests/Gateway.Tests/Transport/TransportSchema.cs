using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Calls;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Transport.Operations;
using GraphQL;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Tests.Transport;

/// <summary>A schema small enough to see through, with one field for each thing that a transport has to survive.</summary>
internal sealed class TransportSchema : GraphQL.Types.Schema
{
    public TransportSchema(TransportEvents events)
    {
        var node = new ObjectGraphType { Name = "Node" };
        node.Field<NonNullGraphType<StringGraphType>>("name").Resolve(_ => "南山区");
        node.Field<StringGraphType>("broken").Resolve(_ => throw new InvalidOperationException("secret: row 7 of table t"));
        node.AddField(new FieldType { Name = "node", ResolvedType = node, Resolver = new GraphQL.Resolvers.FuncFieldResolver<object>(_ => new object()) });

        var query = new ObjectGraphType { Name = "Query" };
        query.Field<NonNullGraphType<StringGraphType>>("greeting")
            .Argument<StringGraphType>("name")
            .Resolve(context => $"Hello {context.GetArgument<string?>("name") ?? "world"}");
        query.Field<IntGraphType>("half").Argument<NonNullGraphType<IntGraphType>>("of").Resolve(context => context.GetArgument<int>("of") / 2);
        query.Field<StringGraphType>("broken").Resolve(_ => throw new InvalidOperationException("secret: the password is 1234"));
        query.Field<StringGraphType>("late").Resolve(_ => throw new TimeoutException("secret: silo 10.0.0.7 did not answer"));
        query.Field<StringGraphType>("silent").Resolve(_ => throw new UnitSilentException(
            new OrgUnit(OrgUnitId.Parse("230404"), "南山区", null, OrgUnitLevel.District, OrgUnitId.Parse("230400"), [], false), new TimeoutException("secret: silo 10.0.0.7")));
        query.Field<StringGraphType>("unreachable").Resolve(_ => throw new Orleans.Runtime.SiloUnavailableException("secret: silo 10.0.0.7 is gone"));
        query.Field<StringGraphType>("storeless").Resolve(_ => throw new NoStore(retryable: true));
        query.Field<StringGraphType>("storeGone").Resolve(_ => throw new NoStore(retryable: false));
        query.Field<StringGraphType>("refused").Resolve(_ =>
            throw new QueryRefusedException(QueryErrorCodes.UnknownOrgUnit, "There is no org unit '999'. List them with orgUnits.", "999"));
        query.Field<NonNullGraphType<StringGraphType>>("required").Resolve(_ => null);
        query.Field<StringGraphType>("waits").ResolveAsync(async context =>
        {
            await events.WaitUntilCancelledAsync(context.CancellationToken);
            return null;
        });
        query.AddField(new FieldType { Name = "node", ResolvedType = node, Resolver = new GraphQL.Resolvers.FuncFieldResolver<object>(_ => new object()) });
        Query = query;

        var mutation = new ObjectGraphType { Name = "Mutation" };
        mutation.Field<NonNullGraphType<IntGraphType>>("count").Resolve(_ => events.Count());
        Mutation = mutation;

        var subscription = new ObjectGraphType { Name = "Subscription" };
        Stream(subscription, "numbers", context => Task.FromResult(events.NumbersAsync(context.GetArgument<int>("to"))))
            .Arguments = new QueryArguments(new QueryArgument<NonNullGraphType<IntGraphType>> { Name = "to" });
        Stream(subscription, "changes", _ => Task.FromResult(events.ChangesAsync()));
        Stream(subscription, "refused", _ => throw new ExecutionError("No such unit.") { Code = "UNKNOWN_ORG_UNIT" });
        Stream(subscription, "breaks", _ => Task.FromResult(TransportEvents.BreaksAsync()));
        Subscription = subscription;
    }

    private static FieldType Stream(ObjectGraphType type, string name, Func<IResolveFieldContext, Task<IAsyncEnumerable<int>>> follow) =>
        type.AddField(new FieldType
        {
            Name = name,
            Type = typeof(NonNullGraphType<IntGraphType>),
            StreamResolver = new PacedStream<int>(follow),
        });

    private sealed class NoStore(bool retryable) : StoreUnavailableException("secret: /var/lib/edu is full", null)
    {
        public override bool Retryable => retryable;
    }
}
