using GraphQL;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Transport.Costs;

/// <summary>Works out a field's cost from its arguments.</summary>
internal delegate FieldCost FieldCosting(FieldArguments arguments);

internal static class FieldCostings
{
    private const string Key = "cost";

    public static void SetCosting(this FieldType field, FieldCosting costing) => field.WithMetadata(Key, costing);

    public static FieldCosting? Costing(this FieldType field) => field.GetMetadata<FieldCosting?>(Key);
}

/// <summary>What the costs of a schema's fields are reckoned from, such as how many units there are.</summary>
internal interface ICostBasis
{
    /// <summary>Brings it up to date; awaited before an operation is costed, so it must be quick where nothing changed.</summary>
    ValueTask RefreshAsync();
}
