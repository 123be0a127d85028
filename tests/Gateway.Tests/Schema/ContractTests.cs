using EduAnalytics.Gateway.Schema.Contract;
using EduAnalytics.Gateway.Transport.Http;
using GraphQLParser;
using GraphQLParser.AST;
using Microsoft.Extensions.DependencyInjection;

namespace EduAnalytics.Gateway.Tests.Schema;

/// <summary>What is served against what was promised.</summary>
public sealed class ContractTests(EduServer server) : IClassFixture<EduServer>
{
    [Fact]
    public void All_that_the_contract_promises_is_served_as_promised()
    {
        var served = Members(ServedText).ToHashSet();

        var missing = Members(ContractText.Read()).Where(member => !served.Contains(member));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_description_of_the_contract_is_served()
    {
        var served = Parser.Parse(ServedText).Definitions.OfType<GraphQLObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);

        foreach (var type in Parser.Parse(ContractText.Read()).Definitions.OfType<GraphQLObjectTypeDefinition>())
            foreach (var field in type.Fields!.Where(field => field.Description is not null))
                if (served.TryGetValue(type.Name.StringValue, out var servedType)
                    && servedType.Fields!.FirstOrDefault(other => other.Name == field.Name) is { } servedField)
                    Assert.Equal(field.Description!.Value.ToString(), servedField.Description?.Value.ToString());
    }

    [Fact]
    public void The_served_schema_is_the_approved_one() => Approved.Check("served.graphql", ServedText);

    [Fact]
    public void Every_mutation_has_a_submissions_id_so_that_whoever_passes_it_on_may_send_it_twice()
    {
        var types = Parser.Parse(ServedText).Definitions;
        var inputs = types.OfType<GraphQLInputObjectTypeDefinition>().ToDictionary(type => type.Name.StringValue);
        var mutations = types.OfType<GraphQLObjectTypeDefinition>().Single(type => type.Name == "Mutation").Fields!;

        Assert.All(mutations, mutation =>
        {
            var input = Assert.Single(mutation.Arguments!).Type is GraphQLNonNullType { Type: GraphQLNamedType named } ? inputs[named.Name.StringValue] : null;
            Assert.Contains(input!.Fields!, field => field.Name == "submissionId" && field.Type is GraphQLNonNullType);
        });
    }

    [Fact]
    public async Task The_served_schema_can_be_fetched()
    {
        var text = await server.Http.GetStringAsync(new Uri(server.Address + "/schema.graphql"), TestContext.Current.CancellationToken);

        Assert.Equal(ServedText, text);
    }

    [Fact]
    public async Task The_public_tools_can_introspect_the_schema_and_find_it_valid()
    {
        var printed = await NodeClient.RunAsync("introspection.mjs", server.Address.ToString());

        Assert.Equal("""{"faults":[],"queryFields":["orgUnit","orgUnits","indicator","indicators","standard","standards","reach","allFindings","comparison","activity","recentChanges","savedViews"]}""", printed.Trim());
    }

    private string ServedText => server.Services.GetRequiredService<SchemaText>().Text;

    /// <summary>Every type, field with its type, argument with its type, and enum value, a line each.</summary>
    private static IEnumerable<string> Members(string schema) =>
        Parser.Parse(schema).Definitions.OfType<GraphQLTypeDefinition>().SelectMany(type =>
        {
            var name = type.Name.StringValue;
            return type switch
            {
                GraphQLObjectTypeDefinition { Fields: { } fields } => fields
                    .SelectMany(field => (field.Arguments?.Items ?? []).Select(argument => $"{name}.{field.Name.StringValue}({Typed(argument)})")
                        .Prepend($"{name}.{field.Name.StringValue}: {Text(field.Type)}"))
                    .Prepend($"type {name}"),
                GraphQLInputObjectTypeDefinition { Fields: { } fields } => fields
                    .Select(field => $"{name}.{Typed(field)}").Prepend($"input {name}"),
                GraphQLEnumTypeDefinition { Values: { } values } => values
                    .Select(value => $"{name}.{value.Name.StringValue}").Prepend($"enum {name}"),
                _ => [$"scalar {name}"],
            };
        });

    private static string Typed(GraphQLInputValueDefinition value) => $"{value.Name.StringValue}: {Text(value.Type)}";

    private static string Text(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => $"{Text(required.Type)}!",
        GraphQLListType list => $"[{Text(list.Type)}]",
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new InvalidOperationException($"No type: {type}"),
    };
}
