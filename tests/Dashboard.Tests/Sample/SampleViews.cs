using System.Text.Json;

namespace EduAnalytics.Dashboard.Tests.Sample;

/// <summary>The views of one reader, kept as long as the sample gateway; in the order in which they were saved.</summary>
public sealed class SampleViews
{
    private readonly Dictionary<string, (string Name, string Address, bool Pinned)> _views = [];

    /// <summary>The code with which every change is refused; null to make it.</summary>
    public string? Refusal { get; set; }

    public void Add(string id, string name, string address, bool pinned = false) => _views[id] = (name, address, pinned);

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
            case "SaveView" or "RenameView" or "PinView" or "DeleteView":
                if (Refusal is null)
                    Change(operation, JsonSerializer.SerializeToElement(variables["input"]));
                return JsonSerializer.SerializeToElement(new
                {
                    payload = new { errors = Refusal is null ? [] : new[] { new { code = Refusal } } },
                });
            default:
                return null;
        }
    }

    private void Change(string operation, JsonElement input)
    {
        switch (operation)
        {
            case "SaveView":
                Add(Text("submissionId"), Text("name"), Text("address"), input.GetProperty("pinned").GetBoolean());
                break;
            case "RenameView":
                _views[Text("view")] = _views[Text("view")] with { Name = Text("name") };
                break;
            case "PinView":
                _views[Text("view")] = _views[Text("view")] with { Pinned = input.GetProperty("pinned").GetBoolean() };
                break;
            default:
                _views.Remove(Text("view"));
                break;
        }

        string Text(string member) => input.GetProperty(member).GetString()!;
    }
}
