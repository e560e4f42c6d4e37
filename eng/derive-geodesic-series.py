"""Derives the geodesic series of WGS-84 that Overflight.Geodesy holds as constants.

From the integrals of C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43-55 (2013):
I1 (eq. 15), I2 (eq. 16 with its reciprocal), I3 (eq. 8) and I4 (eqs. 60-63), each expanded in
epsilon with the flattening held exact (50 digits), so that nothing is truncated in n.
Needs mpmath.  Prints C# tables:  python3 eng/derive-geodesic-series.py
"""
from math import comb
from mpmath import mp, mpf, asinh, sqrt, taylor

mp.dps = 50
ORDER = 6
F = 1 / mpf("298.257223563")
E2 = F * (2 - F)
EP2 = E2 / (1 - E2)

# A series is a list over powers of epsilon; each coefficient a list over powers of c = cos 2 sigma.
def add(p, q):
    n = max(len(p), len(q))
    return [(p[i] if i < len(p) else 0) + (q[i] if i < len(q) else 0) for i in range(n)]

def scale(s, p):
    return [s * x for x in p]

def mul_c(p, q):
    r = [mpf(0)] * (len(p) + len(q) - 1)
    for i, x in enumerate(p):
        for j, y in enumerate(q):
            r[i + j] += x * y
    return r

def mul(s, t, order):
    r = [[mpf(0)] for _ in range(order + 1)]
    for i in range(order + 1):
        for j in range(order + 1 - i):
            r[i + j] = add(r[i + j], mul_c(s[i], t[j]))
    return r

def one(order):
    return [[mpf(1)]] + [[mpf(0)] for _ in range(order)]

def power(s, exponent, order):
    """(1 + s)^exponent for a series s without constant term."""
    result, term, factor = one(order), one(order), mpf(1)
    for k in range(1, order + 1):
        term = mul(term, s, order)
        factor = factor * (exponent - k + 1) / k
        result = [add(result[i], scale(factor, term[i])) for i in range(order + 1)]
    return result

def fourier(p):
    """A polynomial in cos x as the coefficients of cos m x."""
    out = [mpf(0)] * len(p)
    for k, x in enumerate(p):
        for j in range(k + 1):
            out[abs(k - 2 * j)] += x * comb(k, j) / mpf(2) ** k
    return out

def radical(order):
    """1 - 2 epsilon c + epsilon^2, less the 1."""
    s = [[mpf(0)] for _ in range(order + 1)]
    s[1] = [mpf(0), mpf(-2)]
    if order >= 2:
        s[2] = [mpf(1)]
    return s

def scalar(fn, order):
    return [[x] for x in taylor(fn, 0, order)]

def integrate(series, order):
    """Mean value A(eps) and, over l, A C_l(eps) with the integral A (sigma + sum C_l sin 2 l sigma)."""
    table = [fourier(p) for p in series]
    mean = [row[0] for row in table]
    waves = [[(row[l] / (2 * l) if l < len(row) else mpf(0)) for row in table] for l in range(1, order + 1)]
    return mean, waves

def divide(num, den, order):
    out = []
    for i in range(order + 1):
        out.append((num[i] - sum(out[j] * den[i - j] for j in range(i))) / den[0])
    return out

def show(name, rows):
    print(f"// {name}")
    for row in rows:
        print("    " + ", ".join(mp.nstr(x, 20) for x in row))

def distance_series():
    for name, exponent in (("1", mpf(1) / 2), ("2", mpf(-1) / 2)):
        mean, waves = integrate(power(radical(ORDER), exponent, ORDER), ORDER)
        print(f"// A{name} without its factor (1 - eps)^{'-1' if name == '1' else '1'}; C{name}_l: powers 0..{ORDER} of eps")
        show(f"A{name}", [mean])
        show(f"C{name}", [divide(w, mean, ORDER) for w in waves])
        if name == "1":
            revert([divide(w, mean, ORDER) for w in waves])

def revert(c1):
    """sigma = tau + sum C1'_l sin 2 l tau from tau = sigma + B(sigma): Lagrange's theorem (eq. 19-21),
    sigma = tau + sum_k (-1)^k/k! d^(k-1)/dtau^(k-1) B(tau)^k, in exponentials of 2 i tau."""
    width = ORDER
    def empty():
        return {m: [mp.mpc(0)] * (ORDER + 1) for m in range(-width, width + 1)}
    b = empty()
    for l in range(1, ORDER + 1):
        b[l] = [x / (2j) for x in c1[l - 1]]
        b[-l] = [-x / (2j) for x in c1[l - 1]]
    def times(p, q):
        r = empty()
        for m, x in p.items():
            for k, y in q.items():
                if abs(m + k) > width:
                    continue
                for i in range(ORDER + 1):
                    if x[i] == 0:
                        continue
                    for j in range(ORDER + 1 - i):
                        r[m + k][i + j] += x[i] * y[j]
        return r
    total, term, factorial = empty(), empty(), mpf(1)
    term[0][0] = mp.mpc(1)
    for k in range(1, ORDER + 1):
        term = times(term, b)
        factorial *= k
        for m in term:
            for i in range(ORDER + 1):
                total[m][i] += (-1) ** k / factorial * (2j * m) ** (k - 1) * term[m][i]
    show("C1'", [[(2j * total[l][i]).real for i in range(ORDER + 1)] for l in range(1, ORDER + 1)])

def longitude_series():
    """(2 - f) / (1 + (1 - f) R / (1 - eps)), R = sqrt(1 - 2 eps c + eps^2): (2-f)(1-eps)/((1-eps) + (1-f) R)."""
    root = power(radical(ORDER), mpf(1) / 2, ORDER)
    den = [scale((1 - F) / (2 - F), p) for p in root]
    den[0] = add(den[0], [1 / (2 - F) - 1])
    den[1] = add(den[1], [-1 / (2 - F)])
    inverse = power(den, mpf(-1), ORDER)
    mean, waves = integrate(mul(inverse, scalar(lambda e: 1 - e, ORDER), ORDER), ORDER)
    show("A3: powers 0..6 of eps", [mean])
    show("C3_l", [divide(w, mean, ORDER) for w in waves])

def area_series():
    """I4 = sum C4_l cos((2 l + 1) sigma); the divided difference of t(x) = x + sqrt(1/x + 1) asinh sqrt x in powers
    of x = k^2 sin^2 sigma, k^2 = 4 eps / (1 - eps)^2."""
    terms = 40
    # sqrt(1/x+1) asinh(sqrt x) = sum: y = asinh(u)/u * sqrt(1+u^2), u^2 = x
    asinh_over = [mpf((-1) ** k) * mp.binomial(2 * k, k) / (mpf(4) ** k * (2 * k + 1)) for k in range(terms)]
    root = [mp.binomial(mpf(1) / 2, k) for k in range(terms)]
    t = [sum(asinh_over[j] * root[k - j] for j in range(k + 1)) for k in range(terms)]
    t[1] += 1
    dd = [sum(t[m] * EP2 ** (m - 1 - k) for m in range(k + 1, terms)) for k in range(ORDER + 1)]
    x = [[mpf(0)] for _ in range(ORDER + 1)]
    for i in range(1, ORDER + 1):      # 4 eps/(1-eps)^2 * (1-c)/2
        x[i] = [mpf(2 * i), mpf(-2 * i)]
    series, term = [[mpf(0)] for _ in range(ORDER + 1)], one(ORDER)
    for k in range(ORDER + 1):
        series = [add(series[i], scale(dd[k], term[i])) for i in range(ORDER + 1)]
        term = mul(term, x, ORDER)
    # sin sigma cos 2m sigma = [sin(2m+1)sigma - sin(2m-1)sigma]/2; minus the integral of sin j sigma is cos(j sigma)/j.
    rows = []
    for p in series:
        wave, sines = fourier(p), [mpf(0)] * (ORDER + 2)
        for m, v in enumerate(wave):
            if m == 0:
                sines[0] += v
            else:
                sines[m] += v / 2
                sines[m - 1] -= v / 2
        rows.append([sines[l] / 2 / (2 * l + 1) for l in range(ORDER + 1)])
    show("C4_l: powers 0..6 of eps", [[rows[i][l] for i in range(ORDER + 1)] for l in range(ORDER + 1)])

distance_series()
longitude_series()
area_series()
