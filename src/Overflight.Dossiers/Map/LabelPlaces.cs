namespace Overflight.Dossiers.Map;

/// <summary>Keeps labels apart: a place is given once.</summary>
internal sealed class LabelPlaces(double width, double height)
{
    private const double UnitsPerCharacter = 6.6;
    private const double LineHeight = 16;
    private const double Edge = 8;

    private readonly List<(double Left, double Top, double Right, double Bottom)> _taken = [];

    /// <summary>Keeps a box free of labels.</summary>
    public void Take(double x, double y, double reach) => _taken.Add((x - reach, y - reach, x + reach, y + reach));

    /// <summary>Takes room for a text centred at a place, if there is any.</summary>
    public bool TryCentre(double x, double y, string text) => TryTake(x - text.Length * UnitsPerCharacter / 2, y - LineHeight / 2, text);

    /// <summary>Finds room for a text beside a mark; the anchor says which end of the text lies at X.</summary>
    public (double X, double Y, string Anchor)? Beside(double x, double y, string text, double away = 11)
    {
        var length = text.Length * UnitsPerCharacter;
        foreach (var (dx, dy) in new[] { (1.0, 0.0), (-1.0, 0.0), (0.8, -1.0), (0.8, 1.0), (-0.8, -1.0), (-0.8, 1.0), (0.6, -2.2), (0.6, 2.2), (-0.6, -2.2), (-0.6, 2.2), (0.4, -3.6), (0.4, 3.6), (-0.4, -3.6), (-0.4, 3.6) })
        {
            var left = dx > 0 ? x + dx * away : x + dx * away - length;
            var middle = y + dy * away;
            if (TryTake(left, middle - LineHeight / 2, text))
                return (x + dx * away, middle + 4, dx > 0 ? "start" : "end");
        }
        return null;
    }

    private bool TryTake(double left, double top, string text)
    {
        var (right, bottom) = (left + text.Length * UnitsPerCharacter, top + LineHeight);
        if (left < Edge || top < Edge || right > width - Edge || bottom > height - Edge)
            return false;
        foreach (var box in _taken)
            if (left < box.Right && right > box.Left && top < box.Bottom && bottom > box.Top)
                return false;
        _taken.Add((left, top, right, bottom));
        return true;
    }
}
