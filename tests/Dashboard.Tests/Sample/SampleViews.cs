using System.Text.Json;

namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The views of one reader, kept as long as the sample gateway.</summary>
public sealed class SampleViews
{
    private readonly Dictionary<string, (string Name, string Address, bool Pinned)> _views = [];

    /// <summary>Said at every change instead of making it; null to make it.</summary>
    public string? Refusal { get; set; }

    /// <summary>Null where the operation is not about views.</summary>
    public JsonElement? Answer(string operation, IReadOnlyDictionary<string, object?> variables)
    {
        switch (operation)
        {
            case "SavedViews":
                return JsonSerializer.SerializeToElement(new
                {
                    savedViews = _views.Select(view => new { id = view.Key, name = view.Value.Name, address = view.Value.Address, pinned = view.Value.Pinned }),
                });
            case "SaveView" or "PinView" or "DeleteView":
                if (Refusal is null)
                    Change(operation, variables);
                return JsonSerializer.SerializeToElement(new
                {
                    payload = new { errors = Refusal is null ? [] : new[] { new { code = "REFUSED", message = Refusal } } },
                });
            default:
                return null;
        }
    }

    private void Change(string operation, IReadOnlyDictionary<string, object?> variables)
    {
        switch (operation)
        {
            case "SaveView":
                var input = JsonSerializer.SerializeToElement(variables["input"]);
                _views[input.GetProperty("id").GetString()!] = (input.GetProperty("name").GetString()!, input.GetProperty("address").GetString()!, false);
                break;
            case "PinView":
                var id = (string)variables["id"]!;
                _views[id] = _views[id] with { Pinned = (bool)variables["pinned"]! };
                break;
            default:
                _views.Remove((string)variables["id"]!);
                break;
        }
    }
}
