using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>
/// Goes through an operation as it would be executed, with <c>@skip</c> and <c>@include</c> obeyed and fragments where they
/// are spread, and adds up. The number of its steps is held by the limits on fields and fragment visits.
/// </summary>
internal sealed class CostWalk(ValidationContext context)
{
    /// <summary>For a list whose size nobody states.</summary>
    private const long AssumedElements = 10;

    /// <summary>Beyond any bound; products stop here instead of running over.</summary>
    private const long Plenty = 1_000_000_000_000;

    private readonly Dictionary<(string Batch, int Depth), (long Calls, long MostCalls)> _batches = [];
    private Dictionary<string, GraphQLFragmentDefinition>? _fragments;
    private long _grainCalls;
    private long _cells;
    private long _objects;

    /// <summary>The deepest field, the operation's own fields being 1 deep.</summary>
    public int Depth { get; private set; }

    private Dictionary<string, GraphQLFragmentDefinition> Fragments => _fragments ??= context.Document.Definitions
        .OfType<GraphQLFragmentDefinition>().ToDictionary(fragment => fragment.FragmentName.Name.StringValue, StringComparer.Ordinal);

    public OperationCost Walk()
    {
        if (Root(context.Operation.Operation) is { } root)
            Visit(context.Operation.SelectionSet, new Place(root, 1, 1, null, null, []));
        var batched = _batches.Values.Sum(batch => Math.Min(batch.Calls, batch.MostCalls));
        return new OperationCost(_grainCalls + batched, _cells, _objects);
    }

    private void Visit(GraphQLSelectionSet set, Place place)
    {
        foreach (var selection in set.Selections)
        {
            if (!context.ShouldIncludeNode(selection))
                continue;
            switch (selection)
            {
                case GraphQLField field:
                    VisitField(field, place);
                    break;
                case GraphQLInlineFragment inline:
                    Visit(inline.SelectionSet, place with { Type = TypeOf(inline.TypeCondition) ?? place.Type });
                    break;
                case GraphQLFragmentSpread spread when Fragments.TryGetValue(spread.FragmentName.Name.StringValue, out var fragment):
                    Visit(fragment.SelectionSet, place with { Type = TypeOf(fragment.TypeCondition) ?? place.Type });
                    break;
            }
        }
    }

    private void VisitField(GraphQLField node, Place place)
    {
        Depth = Math.Max(Depth, place.Depth);
        if (FieldOf(place.Type, node) is not { } field)
            return;
        var cost = field.Costing()?.Invoke(new FieldArguments(context.ArgumentValues?.GetValueOrDefault(node), place.About)) ?? FieldCost.None;
        Add(cost, place);
        if (node.SelectionSet is not { } below || field.ResolvedType!.GetNamedType() is not IComplexGraphType type)
            return;
        var objects = Times(place.Objects, IsList(field.ResolvedType!) ? cost.Elements ?? place.SizeOf(field.Name) ?? AssumedElements : 1);
        _objects = Math.Min(Plenty, _objects + objects);
        Visit(below, new Place(type, objects, place.Depth + 1, SizeScope.Within(place.Sizes, cost.Sizes), cost.About ?? place.About, []));
    }

    private void Add(FieldCost cost, Place place)
    {
        _cells = Math.Min(Plenty, _cells + Times(place.Objects, cost.Cells));
        if (cost.Batch is not { } batch)
        {
            _grainCalls = Math.Min(Plenty, _grainCalls + Times(place.Objects, cost.GrainCalls));
            return;
        }

        // Four indicators of the same ten units are ten units: one batch asks for all that is wanted of them.
        if (!place.Batched.Add(batch.Name))
            return;
        var known = _batches.GetValueOrDefault((batch.Name, place.Depth));
        _batches[(batch.Name, place.Depth)] = (Math.Min(Plenty, known.Calls + Times(place.Objects, batch.CallsEach)), batch.MostCalls);
    }

    private IComplexGraphType? Root(OperationType operation) => operation switch
    {
        OperationType.Mutation => context.Schema.Mutation,
        OperationType.Subscription => context.Schema.Subscription,
        _ => context.Schema.Query,
    };

    private FieldType? FieldOf(IComplexGraphType type, GraphQLField node)
    {
        var schema = context.Schema;
        if (node.Name == schema.SchemaMetaFieldType.Name)
            return schema.SchemaMetaFieldType;
        return node.Name == schema.TypeMetaFieldType.Name ? schema.TypeMetaFieldType : type.GetField(node.Name);
    }

    private IComplexGraphType? TypeOf(GraphQLTypeCondition? condition) =>
        condition is null ? null : context.Schema.AllTypes[condition.Type.Name] as IComplexGraphType;

    private static bool IsList(IGraphType type) => type switch
    {
        NonNullGraphType required => IsList(required.ResolvedType!),
        ListGraphType => true,
        _ => false,
    };

    private static long Times(long left, long right) => left == 0 || right <= Plenty / left ? left * right : Plenty;

    /// <summary>Where the walk stands: so many objects of a type, whose batched fields are noted once.</summary>
    private sealed record Place(IComplexGraphType Type, long Objects, int Depth, SizeScope? Sizes, object? About, HashSet<string> Batched)
    {
        public long? SizeOf(string field) => SizeScope.Find(Sizes, field);
    }

    /// <summary>The sizes that fields above stated for lists below them; the nearest counts.</summary>
    private sealed record SizeScope(IReadOnlyList<KeyValuePair<string, long>> Sizes, SizeScope? Outer)
    {
        public static SizeScope? Within(SizeScope? outer, IReadOnlyList<KeyValuePair<string, long>> sizes) =>
            sizes.Count == 0 ? outer : new SizeScope(sizes, outer);

        public static long? Find(SizeScope? scope, string field)
        {
            for (; scope is not null; scope = scope.Outer)
                foreach (var (name, size) in scope.Sizes)
                    if (name == field)
                        return size;
            return null;
        }
    }
}
