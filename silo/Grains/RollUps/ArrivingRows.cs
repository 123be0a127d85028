using EduAnalytics.Domain.RollUps;

namespace EduAnalytics.Grains.RollUps;

/// <summary>
/// Rows that come to an authority, taken together where several have come: what follows from them is made once for all, which
/// is most of the work where a whole district wakes or sends for the first time. A row that comes alone waits for nobody. Used
/// on its grain's scheduler only.
/// </summary>
internal sealed class ArrivingRows(Authority authority)
{
    private List<(RowUpdate Update, TaskCompletionSource<RowReceipt> Receipt)> arrived = [];

    /// <exception cref="ArgumentException">The unit is no child of the authority.</exception>
    public Task<RowReceipt> Take(RowUpdate update)
    {
        authority.RequireChild(update.Child);
        var receipt = new TaskCompletionSource<RowReceipt>(TaskCreationOptions.RunContinuationsAsynchronously);
        arrived.Add((update, receipt));
        if (arrived.Count == 1)
            _ = TakeAll();
        return receipt.Task;
    }

    private async Task TakeAll()
    {
        // Behind the calls that the grain was handed before: they bring their rows meanwhile.
        await Task.Yield();
        var taken = arrived;
        arrived = [];
        try
        {
            var receipts = authority.AcceptAll(taken.Select(one => one.Update));
            foreach (var (one, receipt) in taken.Zip(receipts))
                one.Receipt.SetResult(receipt);
        }
        catch (Exception e)
        {
            foreach (var (_, receipt) in taken)
                receipt.TrySetException(e);
        }
    }
}
