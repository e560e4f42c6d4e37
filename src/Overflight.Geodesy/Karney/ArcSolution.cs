namespace Overflight.Geodesy.Karney;

/// <summary>The canonical inverse problem, solved: the azimuth at each end and the length over b.</summary>
internal struct ArcSolution
{
    public double SinAlpha1, CosAlpha1, SinAlpha2, CosAlpha2;
    public double LengthOverB;
}
