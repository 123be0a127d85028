using EduAnalytics.Domain.Views;

namespace EduAnalytics.Contracts.Wire;

[GenerateSerializer]
internal struct SavedViewSurrogate
{
    [Id(0)] public string Id;
    [Id(1)] public string Name;
    [Id(2)] public string Address;
    [Id(3)] public bool Pinned;
}

[RegisterConverter]
internal sealed class SavedViewConverter : IConverter<SavedView, SavedViewSurrogate>
{
    public SavedView ConvertFromSurrogate(in SavedViewSurrogate surrogate) => new(surrogate.Id, surrogate.Name, surrogate.Address, surrogate.Pinned);

    public SavedViewSurrogate ConvertToSurrogate(in SavedView value) =>
        new() { Id = value.Id, Name = value.Name, Address = value.Address, Pinned = value.Pinned };
}
