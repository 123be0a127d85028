using EduAnalytics.Gateway.Transport.SourceFields;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Tests.SourceFields;

/// <summary>One of a tree of made-up things; what each of them says follows from its number, and some of it goes wrong.</summary>
internal sealed record Thing(int Number)
{
    public string Name => $"thing \"{Number}\" 南山";

    public int Failing => Number % 5 == 3 ? throw new InvalidOperationException("no such number") : Number;

    public string? NamelessMaybe => Number % 7 == 4 ? null : Name;

    public Thing? Twin => Number % 3 == 1 ? null : new Thing((Number * 31) + 7);

    public IEnumerable<Thing?> Parts => Enumerable.Range(1, Number % 4).Select(part => Number % 11 == 6 ? null : new Thing((Number * 4) + part));
}

internal enum Mood
{
    Good,
    Bad,
}

/// <summary>Fields that are read from their object, fields that are not, and each way in which either can fail.</summary>
internal sealed class TreeSchema : GraphQL.Types.Schema
{
    public TreeSchema()
    {
        var named = new InterfaceGraphType { Name = "Named" };
        named.Field<NonNullGraphType<StringGraphType>>("name");

        var thing = new ObjectGraphType<Thing> { Name = "Thing" };
        thing.Field<NonNullGraphType<IdGraphType>>("id").From(source => source.Number);
        thing.Field<NonNullGraphType<StringGraphType>>("name").From(source => source.Name);
        thing.Field<StringGraphType>("maybe").From(source => source.NamelessMaybe);
        thing.Field<NonNullGraphType<StringGraphType>>("surely").From(source => source.NamelessMaybe);
        thing.Field<IntGraphType>("failing").From(source => source.Failing);
        thing.Field<NonNullGraphType<IntGraphType>>("failingHard").From(source => source.Failing);
        thing.Field<IntGraphType>("unserialisable").From(source => source.Number % 2 == 0 ? source.Name : source.Number);
        thing.Field<EnumerationGraphType<Mood>>("mood").From(source => (Mood)(source.Number % 2));
        thing.Field<DecimalGraphType>("share").From(source => source.Number / 10m);
        thing.Field<DateTimeOffsetGraphType>("at").From(source => DateTimeOffset.UnixEpoch.AddDays(source.Number));
        thing.Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("words").From(source => source.Name.Split(' '));
        thing.Field<IntGraphType>("times").Argument<NonNullGraphType<IntGraphType>>("by").Resolve(context => context.Source.Number * context.GetArgument<int>("by"));
        thing.Field<IntGraphType>("later").ResolveAsync(async context =>
        {
            await Task.Yield();
            return context.Source.Failing;
        });
        thing.Field<IntGraphType>("deferred").Resolve(context => new Deferred(context.Source.Number));
        thing.Field("twin", thing).From(source => source.Twin);
        thing.Field("surelyTwin", new NonNullGraphType(thing)).From(source => source.Twin);
        thing.Field("parts", new NonNullGraphType(new ListGraphType(thing))).From(source => source.Parts);
        thing.Field("surelyParts", new ListGraphType(new NonNullGraphType(thing))).From(source => source.Parts);
        thing.Field("laterTwin", thing).ResolveAsync(context => Task.FromResult<object?>(context.Source.Twin));
        thing.Field("named", named).From(source => source.Twin);
        thing.AddResolvedInterface(named);
        named.AddPossibleType(thing);

        var query = new ObjectGraphType { Name = "Query" };
        query.Field("thing", thing).Argument<NonNullGraphType<IntGraphType>>("number").Resolve(context => new Thing(context.GetArgument<int>("number")));
        query.Field("things", new NonNullGraphType(new ListGraphType(new NonNullGraphType(thing)))).Resolve(_ => Enumerable.Range(0, 6).Select(number => new Thing(number)));
        Query = query;
        RegisterType(thing);
    }

    private sealed class Deferred(int number) : IDataLoaderResult
    {
        public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => Task.FromResult<object?>(number);
    }
}
