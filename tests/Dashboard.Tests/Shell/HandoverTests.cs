using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Tests.Shell;

/// <summary>What a prerendered page has read must come to its circuit: a type that JSON cannot make ends the page for its reader.</summary>
public sealed class HandoverTests
{
    public static TheoryData<Type> Handed => [.. typeof(Handover).Assembly.GetTypes().Select(DataOf).OfType<Type>().Distinct().OrderBy(type => type.FullName)];

    [Theory]
    [MemberData(nameof(Handed))]
    public void Every_part_of_what_a_page_hands_over_can_be_made_from_JSON(Type data)
    {
        var cannotBeMade = PartsOf(data).Where(part => !CanBeMade(part)).Select(part => part.ToString());

        Assert.Equal([], cannotBeMade);
    }

    [Fact]
    public void A_set_that_is_an_interface_cannot_be_made_and_would_be_found() =>
        Assert.Contains(PartsOf(typeof(Twin)), part => !CanBeMade(part));

    private static Type? DataOf(Type page)
    {
        for (var type = page.IsAbstract ? null : page.BaseType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(AddressedPage<,>))
                return type.GetGenericArguments()[1];
        }

        return null;
    }

    private static IEnumerable<Type> PartsOf(Type whole)
    {
        var (found, open) = (new HashSet<Type> { whole }, new Stack<Type>([whole]));
        while (open.TryPop(out var type))
        {
            var info = JsonSerializerOptions.Default.GetTypeInfo(type);
            foreach (var part in info.Properties.Where(IsRead).Select(property => property.PropertyType).Append(info.ElementType).OfType<Type>())
            {
                if (found.Add(part))
                    open.Push(part);
            }
        }

        return found;
    }

    private static bool IsRead(JsonPropertyInfo property) => property.Set is not null || property.AssociatedParameter is not null;

    private static bool CanBeMade(Type part)
    {
        var kind = JsonSerializerOptions.Default.GetTypeInfo(part).Kind;
        try
        {
            if (kind != JsonTypeInfoKind.None)
                JsonSerializer.Deserialize(kind == JsonTypeInfoKind.Enumerable ? "[]" : "{}", part);
            return true;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    private sealed record Twin(IReadOnlyList<IReadOnlySet<string>> Sets);
}
